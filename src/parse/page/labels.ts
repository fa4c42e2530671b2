/**
 * Lines that saved pages have and pastes rarely: labels of players, galleries and consent boxes, lines of tags and
 * ratings. Each counts only as a whole line.
 */

const lines = [
  // Galleries and players
  '(?:image|photo|slide|picture|foto|bild) ?\\d* ?(?:of|\\/|von|de|sur|av|di|van) ?\\/? ?\\d+|\\d+ ?(?:of|\\/|von|de) ?\\d+|\\d+ - \\d+ of \\d+',
  'caption|close|open|next|prev(?:ious)?|next prev|play|pause|mute|text size|font size|view gallery|gallery|expand|collapse|loading(?:\\.{3}|…)?|toggle caption|hide caption|fullscreen|replay|show caption|photos?|videos?|watch|listen|audio|previous image|next image|zoom|bild vergrößern|vollbild|agrandir|ampliar|ingrandisci',
  "(?:we apologi[sz]e, but )?this video (?:has failed to load|is not available|can(?:no|')t be played)|try refreshing your browser(?:, or tap here to see other videos from our team)?|tap here to see other videos from our team|your browser does not support (?:the )?(?:audio|video)(?: element| tag)?|video unavailable|no compatible source was found for this media",
  '(?:\\d{1,2}:)?\\d{1,2}:\\d\\d(?: ?\\/ ?(?:\\d{1,2}:)?\\d{1,2}:\\d\\d)?|[\\d.]+x',
  // Advertising
  "advert|advertisements?|ad|ads|iklan|sponsored(?: links?| content)?|promoted|paid content|ad feedback|werbung|anzeigen?|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|mainos|reklam|reklama|реклама|реклам|広告|광고|广告|廣告|διαφήμιση|إعلان|פרסומת|विज्ञापन|quảng cáo|โฆษณา|(?:article|story) continues (?:below|after).{0,40}|lees verder onder de advertentie|der artikel wird nach der anzeige fortgesetzt|(?:la )?suite (?:de l'article )?après (?:la|cette) publicité",
  // Consent to what others show
  'externer inhalt(?: nicht verfügbar)?|empfohlener (?:redaktioneller|externer) inhalt|ein klick für den datenschutz|contenu externe|contenido externo|external content|an dieser stelle (?:finden sie|befindet sich|steht) einen? .{0,60}externen? inhalt.{0,300}|ich bin (?:damit )?einverstanden, dass mir .{0,40}extern.{0,200}|(?:für die darstellung von|mit klick auf|hier würden wir ihnen gerne).{0,400}(?:datenschutz|personenbezogen|einwilligung|zustimm).{0,200}|personenbezogene daten .{0,60}übermittelt.{0,200}|.{0,80}(?:cookies?|consentement|consent) .{0,60}(?:afficher ce contenu|view this content|display this content|ver este contenido).{0,80}|this content is (?:not available|hosted by).{0,200}|enable cookies.{0,60}|(?:please )?(?:enable|allow) javascript.{0,100}|to (?:view|see) this (?:content|video|post),? (?:please )?.{0,120}',
  '(?:deine|ihre|um) .{0,40}(?:privatsphäre|einwilligung|eingebettete inhalte).{0,800}|um eingebettete inhalte anzuzeigen.{0,900}|an dieser stelle findest du .{0,300}',
  // Tags, counts, ratings, comments
  '(?:tags?|topics?|themen?|schlagwörter|schlagworte|keywords|etiquetas|mots-clés|sujets|temas|tópicos|tag|argomenti|filed under|posted in|categories|categoría|kategorien?|etiketler|метки|теги|emner|ämnen|onderwerpen|témata|štítky|tagi|標籤|标签|タグ|키워드)(?: (?:zu diesem artikel|in this (?:story|article)|in diesem artikel))?\\s*:?',
  'filed under:?.{0,80}|posted in.{0,60}|tags?:.{0,160}',
  '(?:\\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários|commenti|reacties|kommentarer|yorum(?:lar)?|komentarze|komentáře|комментарии)(?: ?\\(?\\d*\\)?)?',
  'tell us what you think.{0,6}|what do you think\\?|join the (?:conversation|discussion).{0,20}|leave a (?:comment|reply)|rate this (?:article|story)',
  '(?:tempo de leitura|reading time|lesedauer|lesezeit|temps de lecture|tiempo de lectura|czas czytania|leestijd|okuma süresi|estimated reading time)\\s*:?\\s*.{0,20}',
  // Ways to other things
  'you (?:may|might) (?:also )?(?:like|be interested in|enjoy)(?:\\.{3}|…)?|you may also like(?:\\.{3}|…)?|explore further|read more(?:\\.{3}|…|›|»)?|lesen sie mehr|mehr lesen|weiterlesen|more trending|current issue|continue reading(?:\\.{3}|…|→)?|show more|view more|load more|see more|mehr anzeigen|mehr laden|voir plus|ver más|mostra altro|toon meer|vis mere|visa mer|devamını oku|back to top|nach oben|volver arriba|voltar(?: ao topo)?|retour en haut|share|shares|share this(?: article| story)?|teilen|partager|compartir|condividi|compartilhar|delen|del|dela|udostępnij|sdílet|paylaş|поделиться|bagikan|分享|공유|copy link|copied!?|link copied!?|print|drucken|save|subscribe(?: now)?|sign up|log in|sign in|register|follow us.{0,30}|follow',
  'in partnership with|with support from|presented by|brought to you by',
  "don't want to see this\\? ?(?:remove ads)?|remove ads|ads? by .{0,20}|placeholder.{0,16}|related coverage",
  '_{2,}|\\*{3,}|-{3,}|[•·|]+',
];

const label = new RegExp(`^(?:${lines.join('|')})$`, 'u');

/** Whether a line is a label of the page, and nothing of the story. */
export function isLabel(text: string): boolean {
  if (text.length > 600) return false;
  return label.test(text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().replace(/\.$/, ''));
}
