const role =
  /\b(?:reporter|correspondent|editor(?:ial)?|writer|columnist|staff|journalist|contributor|producer|photographer|chief|director|fellow|author|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|rédact(?:eur|rice)|redactora?|corresponsal|redattore|bureau|analyst|critic|host|reporting|photography)\b/iu;
const organisation =
  /(?:\b(?:news|times|post|press|tribune|herald|journal|magazine|agency|agencies|reuters|afp|ap|upi|dpa|efe|ansa|tass|xinhua|bloomberg|cnn|bbc|cbc|npr|pbs|abc|nbc|cbs|guardian|telegraph|gazette|chronicle|daily|observer|sun|mirror|globe|review|radio|nieuws|nachrichten|nyheter|television|network|media|wire|service|services)\b|\.(?:com|org|net)\b)/iu;
/** Parts of names that are written small. */
const particle =
  /^(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|zur|ter|ten|al|el|bin|ibn|abu|y|e|af|av|'t|d')$/iu;
const joining = /^(?:of|the|and|for|in|a|an|de|la|le|del|der|die|das|und|et|y|&|-|–)$/iu;

/** Whether a text looks like one person's name: two to five words, each with a capital, save particles. */
export function isName(text: string): boolean {
  if (/[\d?!:;"“”@()[\]|]/.test(text) || text.length > 50 || /^the\s/i.test(text)) return false;
  const parts = text.trim().split(/[\s\u00a0]+/);
  if (parts.length < 2 || parts.length > 5) return false;
  const fits = (part: string) => /^[\p{Lu}\p{Lo}]/u.test(part) || particle.test(part) || /^[dl]['’]\p{Lu}/u.test(part);
  if (!parts.every(fits) || (particle.test(parts.at(-1)!) && !/^\p{Lu}/u.test(parts.at(-1)!))) return false;
  return !/[.]$/.test(text) || /(?:^|\s)(?:Jr|Sr|\p{Lu})\.$/u.test(text);
}

/** Whether a text names a newspaper, a station or an agency: all its words with capitals, one of them telling. */
export function isOrganisation(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > 60 || words.length > 6 || /[.!?:]$/.test(text)) return false;
  return words.every((word) => /^[\p{Lu}\d(]/u.test(word) || joining.test(word)) && organisation.test(text);
}

const office =
  /\b(?:office|police|department|dept|ministry|museum|university|college|institute|authority|council|court|library|society|association|foundation|administration|centre|center|club|archives?|gallery|navy|army|force|guard|corps|command|embassy|commission|bureau|county|district|hospital|school|zoo|park|parliament|government|presidency|rescue|service|services|survey|observatory|laboratory|company|group|union)\b/iu;

/** Whether a text names an office, a force or an institution, as pictures are credited to: "Gaines County Sheriff’s Office". */
export function isOffice(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > 60 || words.length < 2 || words.length > 7 || /[.!?:,;]/.test(text)) return false;
  return words.every((word) => /^\p{Lu}/u.test(word) || joining.test(word)) && office.test(text);
}

/** Whether a text is the name of a newspaper: "The Harbour Post", and not "Local News". */
export function isPublication(text: string): boolean {
  return (
    /\s(?:post|times|tribune|herald|gazette|chronicle|observer|telegraph|courier|inquirer|examiner)$/iu.test(text) &&
    isOrganisation(text)
  );
}

const withHouse =
  /^(?<name>\S.*?)\s+(?<house>fox (?:news|business)(?: digital)?|bbc (?:news|sport|verify)|cnn|cbc news|abc news|nbc news|cbs news|sky news|itv news|msnbc|npr|ap|the associated press|associated press|reuters|afp|usa today|bloomberg(?: news)?)$/iu;

/** "Greg Norland Fox News": the person and the house, where one follows the other without a mark. Null otherwise. */
export function nameAndHouse(text: string): { name: string; house: string } | null {
  const { name, house } = (text.length <= 80 ? withHouse.exec(text)?.groups : undefined) ?? {};
  return name && house && isName(name) ? { name, house } : null;
}

/** Whether a line is a name and a newsroom, "Terry Noseworthy · CBC News", which is no section for all its "News". */
export function namesHouse(text: string): boolean {
  const [name = '', house = '', more] = text.split(/\s*[·|]\s*/u);
  return more === undefined && isName(name) && isOrganisation(house);
}

/** Whether a text is somebody's post in a newsroom: "Senior Editor". */
export function isRole(text: string): boolean {
  return text.length <= 90 && text.split(/\s+/).length <= 12 && role.test(text) && !/[.!?]$/.test(text);
}

const initialOrParticle = '(?:\\p{Lu}\\.|\\p{Lu}\\p{Lu}?\\.|de|van|von|der|la|bin|al|el)';
const named = new RegExp(
  `^((?:\\p{Lu}[\\p{L}'’.-]*\\s+)(?:${initialOrParticle}\\s+)*\\p{Lu}[\\p{L}'’-]+)\\s+(.+)$`,
  'u',
);

/**
 * The name in "Rory Carroll Ireland correspondent" or "Ben Fisher at the Liberty Stadium": what stands before a post or
 * a place, two words unless initials or particles join them. Null where nothing of the kind follows.
 */
export function leadingName(text: string): string | null {
  const match = named.exec(text);
  if (!match) return null;
  const rest = match[2]!;
  return role.test(rest) || /^(?:at|in|en|in|aus|à|depuis)\s(?:the\s)?\p{Lu}/u.test(rest) ? match[1]! : null;
}
