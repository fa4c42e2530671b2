/**
 * Lines that pages print under and between their stories, word for word the same in each: what a player, a comment
 * form, a letter to subscribe to and a paywall say. A line counts only as a whole, so prose is safe from them.
 */

/** Each a whole line, without its last full stop, in small letters and with straight apostrophes. */
const lines = [
  // Advertising
  '(?:advertising|sponsor message|anzeige|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|annonce|reklama|реклама|広告)',
  '(?:advertisement|anzeige|ad)? ?[·•|–-]? ?scroll to continue(?: reading)?',
  '(?:article|story) continues (?:below|after)(?: (?:the |this )?(?:ad|advertisement|photo gallery|video))?',
  'continue reading (?:below|the main story)',
  // Reading aids and players
  'aa|mailto|resize|translate|text settings|text to speech|end of article|now playing|up next',
  '(?:listen to|hear) this (?:article|story)(?: ?[·•|-]? ?\\d+:\\d\\d(?: min)?)?(?: learn more)?',
  'artikel (?:zum hören|anhören) ?[·•|-]? ?\\d* ?(?:min(?:uten)?)?',
  '\\(\\d{1,3} min(?:utes?)?\\)|\\d{1,2}[ -]minute listen|duration \\d+:\\d\\d',
  '(?:1x)?(?:\\d\\.\\d{1,2}x)+|\\d{2,3} wpm|select voice|choose your listening speed|get through articles 2x faster',
  'this audio is (?:created|generated) (?:with|by) (?:ai|automated)(?: assistance| technology)?',
  '(?:new ?)?you can now listen to [\\p{L} ]{2,30} articles!?',
  'list of \\d+ items|list \\d+ of \\d+|end of list|\\d+ of \\d+ ?\\|',
  'ouvir o texto|(?:diminuir|aumentar) fonte',
  // Sharing, saving, following
  '(?:click here to )?share (?:this )?on social media|share\\d+|social sharing|deel (?:dit )?artikel:?|desplegar redes sociales',
  'click to (?:share|email|print)[\\p{L} ]{0,40}\\(opens in new window\\)',
  'ajouter à vos sélections|lire plus tard|salvar artigos|(?:réutiliser|reuse) (?:ce|this) (?:contenu|content)|about this content',
  'purchase licensing rights(?:, opens new tab)?|request reprint & licensing|reprints and permissions|download references',
  'endereço da página|view editorial & ai guidelines',
  'posts from this author will be added to your daily email digest and your homepage feed',
  'follow topics and authors from this story to see more like this in your personalized homepage feed(?: and to receive email updates)?',
  "(?:close)?see all by (?:\\p{Lu}|\\p{L})[\\p{L}.' -]{2,40}|view bio|see all(?: topics| responses)?",
  'google preferred source badge|why you can trust \\p{L}[\\p{L} ]{1,20}',
  // Corrections and responses
  '(?:submit|suggest) (?:a )?correction|report a typo or error|corrections and clarifications ?\\|? ?(?:submit a news tip)? ?\\|?',
  '(?:comments|responses|kommentare|commentaires|comentarios|comentários|reacties|commenti) ?\\(\\d[\\d.,]*\\)|comentários|ir a los comentarios',
  'ver todos (?:os comentários|los comentarios)(?: \\(\\d+\\))?|see all (?:the )?comments|\\d+ more comments(?:\\.\\.\\.|…)?',
  'expand full comment|leave a reply|write a comment(?:\\.\\.\\.|…)?|discussion about this post|like this:|like loading(?:\\.\\.\\.|…)?',
  'your email address will not be published(?:\\. required fields are marked \\*)?|notify me of (?:new comments|follow-up comments|new posts) (?:via|by) email',
  'this site uses akismet to reduce spam\\. learn how your comment data is processed|blog at wordpress\\.com',
  'share your thoughts|join the conversation(?: below)?|name \\*|email \\*',
  // Letters, apps, memberships
  'type your email(?:\\.\\.\\.|…)?|thanks for signing up!|watch for us in your inbox|subscribe now|register now|get the app|start your substack',
  "substack is the home for great culture|user's avatar|\\d* ?restacks|privacy ∙ terms ∙ collection notice",
  "thanks for reading [\\p{L}\\p{N} ']{2,40}! subscribe for free to receive new posts and support my work",
  "click here to get the [\\p{L} ]{2,30} app|(?:become a member|support us|inscrivez-vous|s'inscrire|contribuer)!?",
  "join [\\p{L}']{2,20}(?: [\\p{L}']{2,20})? whatsapp channel(?: and get the latest news and must-reads)?",
  "sign up (?:now|here|today)?: ?get [\\p{L}' ]{2,40} newsletters? delivered to your inbox",
  'recurso exclusivo para assinantes|assine ou faça login',
  'il vous reste \\d+(?:[.,]\\d+)? ?% de cet article à lire\\. la suite est réservée aux abonnés',
  'article réservé (?:à nos|aux) abonnés',
  'heard on (?:morning edition|all things considered|weekend edition(?: saturday| sunday)?)|(?:edição impressa|print edition|édition papier|edición impresa)',
  // Ways through the site
  'prev(?:ious)? (?:story|post|article)|next (?:story|post|article)|zum anfang|zum inhalt springen|skip to (?:main )?content|open in app|write',
  'the bbc is not responsible for the content of external sites(?:\\. read about our approach to external linking)?',
];

const stock = new RegExp(`^(?:${lines.join('|')})\\.?$`, 'u');

/** Whether a line is one that pages print word for word. */
export function isStockLine(text: string): boolean {
  return text.length <= 400 && stock.test(text.toLowerCase().replace(/[’‘]/g, "'").trim());
}
