/** The component of the desk: its route is put in where the settings want one, so that no other site carries its scripts. */
export const DESK_PAGE = 'src/components/desk/DeskPage.astro';
