import * as z from 'zod';

/** Markup that has passed the gate of `render/`. */
export const safeHtml = z.string();
