/** Who else is at a console or a tablet, and where. Of no document, and gone with the page. */
export type Person = {
  /** As whom the host knows the page. */
  sender: string;
  name: string;
  /** Index into the console's colours for people, another for each as long as they last. */
  colour: number;
  /** Of the console's pages. */
  page: string;
  /** Where on it: the timeline that is open, and what is chosen there. */
  timeline: string | null;
  chosen: string[];
};
export type PeopleTopics = { people: Person[] };
export const noPeople: PeopleTopics = { people: [] };
/** Colours that the console has for people. */
export const PERSON_COLOURS = 8;
