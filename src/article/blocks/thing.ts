/** A thing of schema.org; a member without a value is left out when it is written. */
export type Thing = { [key: string]: unknown };
