/** What the search page is told: `search/shards.json`. */
export interface SearchManifest {
  /** Folder of the scripts, and of each shard, below `pagefind/`. */
  core: string;
  shards: string[];
  /** Of each shard, the letters with which its words begin, folded. */
  letters: string[];
  sections: string[];
  topics: string[];
  /** Newest first. */
  years: string[];
  /** Words so common that they are not looked for beside others. */
  common: string[];
}
