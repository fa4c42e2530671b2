import { isStockLine } from './stock-lines.ts';

/**
 * Page furniture: the labels of buttons and menus that a selection takes along. A line is furniture when it is made
 * of such words alone; a sentence that merely has some of them is prose.
 */

const words = new Set(
  `a about add advertisement ad ads adjust all also an and app article articles as at bookmark by cancel caption change click close
  comment commenter commenting comments continue copied copy dark disable download edit email enable enlarge embed e-mail facebook favorite
  feedback flipboard follow font for free from full fullscreen get gift google hide icon image images in instagram is it
  larger leave less like link linked linkedin listen loading log login content jump main media menu messenger mode more navigation new news newsletter
  next of on open opens options or our page paper pause photos pinterest play playback player pocket post preferred previous print read reading
  reddit register reprints save screen search sections see settings share shared sharing show sign signup sizes skip smaller
  sms source stories story subscribe subscribers subscription supported tab telegram text the this threads to today today's toggle
  transcript trusted tumblr tweet twitter up unsupported url us username password via video videos view viber volume watch whatsapp window with x xing your device
  mastodon bluesky donate top stay connected subscribe e-edition most popular trending back home account sign-in
  partager commenter imprimer réagir envoyer enregistrer abonnez-vous s'abonner connexion suivre écouter lire plus sur dans par
  teilen drucken merken kommentare kommentar anhören abonnieren artikel anmelden weitere mehr lesen per mail auf zur startseite
  compartir imprimir guardar suscríbete enviar comentarios comentar seguir en por leer más escuchar iniciar sesión
  condividi stampa salva commenta invia abbonati leggi ascolta delen afdrukken opslaan reageer dela spara skriv ut compartilhar
  sdílet diskuse feuilleter поделиться распечатать комментарии 分享 シェア ツイート 공유`
    .split(/\s+/)
    .filter(Boolean),
);

/** One of these must be among the words: the others are too common to prove anything. */
const telling = new Set(
  `advertisement ad share shared sharing tweet facebook twitter linkedin whatsapp pinterest reddit flipboard telegram instagram email e-mail print
  comments comment commenter copy copied subscribe subscription bookmark menu search login log register toggle hide enlarge reprints navigation
  playback unsupported newsletter follow donate skip username password loading edit sign sign-in signup e-edition google supported
  continue see more view watch listen gift sections close
  partager imprimer réagir abonnez-vous s'abonner connexion suivre feuilleter teilen drucken merken kommentare anmelden abonnieren weitere
  compartir imprimir guardar suscríbete comentarios condividi stampa salva commenta abbonati delen afdrukken opslaan dela compartilhar sdílet diskuse
  поделиться распечатать комментарии 分享 シェア ツイート 공유 read paper`
    .split(/\s+/)
    .filter(Boolean),
);

/** "38°F", "5 min read", "Temps de Lecture 4 min.", "[ 234 comments ]", "0". */
const readings = [
  /^-?\d{1,3}\s?°\s?[CF]?$/,
  /^\d{1,2}[\s-]*min(?:ute)?s?[\s.]*(?:read|de lecture|lesezeit|de lectura)?\.?$/i,
  /^(?:temps de ?lecture|lesezeit|reading time|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|læsetid|read time)\s*:?\s*\d{1,2}\s*min(?:ut\p{L}{0,3})?\.?$/iu,
  /^\d{1,2}[\s-]min(?:ut\p{L}{0,3})?\.? (?:read|listen|de lecture|di lettura|de lectura|de leitura|lesezeit|lezen|läsning)\.?$/iu,
  /^\[?\s*\d[\d.,]*\s*(?:comments?|shares?|views?|likes?|kommentare?|commentaires?|comentarios?)?\s*\]?$/i,
  /^(?:get more news\s?on|in partnership with|filed under:?|tags:|supported by|view images?|up next)$/i,
  /^(?:share|follow|save|print|email|tweet)\s*(?:this\s*)?(?:story|article|page|post)?[!:.]?$/i,
  /^this (?:article |story )?(?:is|was published) (?:(?:more|over) (?:than )?)?\d+ (?:year|month)s? (?:old|ago)\.?$/i,
  /^embed\s*<>\s*more videos$/i,
];

/** Whether a line is page furniture and nothing else. */
export function isFurniture(text: string): boolean {
  if (text.length > 400) return false;
  if (isStockLine(text)) return true;
  if (text.length > 200) return false;
  if (readings.some((reading) => reading.test(text))) return true;
  // "Copy LinkURLCopied!": the labels of neighbouring buttons run into one another.
  const parted = text.replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ').replace(/’/g, "'");
  const found = parted.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'-]*/gu);
  // A mark alone, such as a bullet or an arrow, is no label: who knows what it stands for.
  if (!found || found.length === 0) return false;
  return found.every((word) => words.has(word)) && found.some((word) => telling.has(word)) && !/[.?]$/.test(text);
}
