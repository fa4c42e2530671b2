/** Folders of bookmarks that a browser or a service makes itself: their names say nothing of what is in them. */
export const givenFolder =
  /^(?:bookmarks?(?: bar| menu| toolbar)?|menu|toolbar|mobile|unfiled|bookmarks-(?:menü|symbolleiste)|other bookmarks|mobile bookmarks|synced|favorites bar|favourites|unsorted(?: bookmarks)?|lesezeichen(?:leiste)?|weitere lesezeichen|barre (?:de favoris|personnelle)|autres favoris|marcadores|панель закладок|другие закладки)$/i;
