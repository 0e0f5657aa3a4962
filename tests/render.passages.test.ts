import { describe, expect, test } from 'vitest';
import { countedTitle, goesOn } from '../src/render/passages.ts';

describe('a slide goes on with the passage before it', () => {
  test.each([
    ['Costs', 'Costs'],
    ['Costs', 'costs'],
    ['Costs', 'Costs (continued)'],
    ['Costs', 'Costs (cont.)'],
    ['Costs', 'Costs cont’d'],
    ["Costs (cont'd)", "Costs (cont'd)"],
    ['Costs', 'Costs (vervolg)'],
    ['Kosten', 'Kosten (Fortsetzung)'],
    ['Coûts', 'Coûts (suite)'],
    ['Costes', 'Costes (continuación)'],
    ['Costs', 'Costs, continued'],
    ['Costs', 'Costs …'],
    ['Costs (1/3)', 'Costs (2/3)'],
    ['Costs (2/3)', 'Costs (3/3)'],
    ['Costs 1/2', 'Costs 2/2'],
    ['Costs - 2/3', 'Costs - 3/3'],
    ['Costs [1 of 2]', 'Costs [2 of 2]'],
    ['Costs (deel 1 van 2)', 'Costs (deel 2 van 2)'],
    ['Costs', 'Costs (2)'],
    ['Costs (I)', 'Costs (II)'],
    ['Costs (IX)', 'Costs (X)'],
    ['Costs (continued)', 'Costs'],
  ])('“%s” → “%s”', (last, next) => {
    expect(goesOn(last, next)).toBe(true);
  });
});

describe('a slide begins a passage of its own', () => {
  test.each([
    ['Costs', 'Benefits'],
    ['Costs', 'Benefits (continued)'],
    ['', ''],
    ['Elections (2016)', 'Elections (2020)'],
    ['Costs (1/3)', 'Costs (3/3)'],
    ['Costs (2/3)', 'Costs (1/3)'],
    ['Costs (I)', 'Costs (III)'],
    ['Costs', 'Costs (3)'],
    ['Costs', 'Costs (in euro)'],
    ['Costs 1', 'Costs 2'],
    ['Costs (1/2)', 'Costs'],
    ['Vitamin (C)', 'Vitamin (D)'],
  ])('“%s” | “%s”', (last, next) => {
    expect(goesOn(last, next)).toBe(false);
  });
});

test('the words of a title are those without its count', () => {
  const words = (title: string) => countedTitle(title).words;
  expect(['Costs (2/3)', 'Costs (cont.)', 'Costs - 3/3', 'Costs (II)', 'Costs (in euro)', 'TCP/IP', 'Costs…'].map(words)).toEqual(
    ['Costs', 'Costs', 'Costs', 'Costs', 'Costs (in euro)', 'TCP/IP', 'Costs'],
  );
});
