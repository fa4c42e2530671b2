/** Where the page finds a picture of the desk: below the site, so that the gate lets it through. */
export const picturePath = (base: string, name: string): string => `${base}desk/pictures/${encodeURIComponent(name)}`;
