// Rows of five made-up intents of a parcel service, by template: learnable, but not by one word alone.
const intents: Readonly<Record<string, readonly string[]>> = {
  'track-parcel': ['where is my {thing} now', 'has the {thing} left {place} yet', 'show me how far my {thing} got'],
  'change-address': ['send the {thing} to {place} instead', 'my {thing} goes to the wrong street in {place}'],
  'damaged-goods': ['the {thing} from {place} arrived broken', 'my {thing} came with a crack in it'],
  'ask-refund': ['i want my money back for the {thing}', 'please pay back what the {thing} to {place} cost'],
  'opening-hours': ['when does your shop in {place} open', 'until what time can i bring a {thing} in {place}'],
};
const things = ['parcel', 'letter', 'crate', 'bike', 'lamp', 'guitar', 'sofa', 'wine box'];
const places = ['Graz', 'Lyon', 'Turin', 'Ghent', 'Porto', 'Malmö', 'Łódź'];

export const intentLabels: readonly string[] = Object.keys(intents).sort();

/** `perIntent` different rows of each intent; `from` skips that many, so that test rows differ from training rows. */
export function intentRows(perIntent: number, from = 0): { text: string; label: string }[] {
  return Object.entries(intents).flatMap(([label, templates]) =>
    Array.from({ length: perIntent }, (_, place) => {
      const number = from + place;
      const template = templates[number % templates.length] ?? '';
      const thing = things[number % things.length] ?? '';
      const town = places[number % places.length] ?? '';
      return { text: `${template.replace('{thing}', thing).replace('{place}', town)} (${number})`, label };
    }),
  );
}
