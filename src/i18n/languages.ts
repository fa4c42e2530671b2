/** The languages that the interface speaks, each with a folder of its own here. The only list of them. */
export const languages = ['en', 'de', 'fr', 'es', 'ru', 'ar', 'zh'] as const;

export type Language = (typeof languages)[number];
