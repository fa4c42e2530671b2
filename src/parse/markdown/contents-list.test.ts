import { expect, test } from 'vitest';
import { pipeline } from '../../render/fixtures/pipeline.ts';

const read = (body: string) => {
  const { parsed, html } = pipeline('a.md', `---\nheadline: H\npublished: 2026-11-20\n---\n${body}\n`, 'every');
  return { html, removed: parsed.repairs.map(({ removed }) => removed) };
};

test.each([
  ['Text.\n\n## Table of contents\n\n## First\n\nMore.', ['Table of contents']],
  ['Text.\n\n[TOC]\n\n## First\n\nMore.', ['[TOC]']],
  ['[[toc]]\n\nText.', ['[[toc]]']],
  ['## Inhalt\n\n[[_TOC_]]\n\nText.', ['Inhalt', '[[TOC]]']],
])('what another program fills with a table of contents is left out: %s', (body, removed) => {
  const { html, removed: gone } = read(body);
  expect(gone).toEqual(removed);
  expect(html).not.toMatch(/contents|toc|inhalt/i);
});

test.each([
  '## Contents\n\n- [First](#first)\n\n## First\n\nMore.',
  '## Contents\n\n### Of the box\n\nNails.',
  'The contents.\n\n## Contents of the box\n\n## First',
])('what somebody wrote stays: %s', (body) => {
  expect(read(body).removed).toEqual([]);
});
