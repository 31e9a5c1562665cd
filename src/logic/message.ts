// How is a sentence carried before it is put into words of a language?

/** A sentence by its id in the language catalogues, with the values that fill it. */
export type Message = { readonly id: string; readonly values: MessageValues };

/** A nested message is put into words first; a list is joined with the language's comma; a number is printed as it is. */
export type MessageValue = string | number | Message | readonly (string | Message)[];
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** Builds a message; every id used must stand in every language catalogue (a test compares them). */
export const say = (id: string, values: MessageValues = {}): Message => ({ id, values });

/** Text that comes from the record or a code list and is the same in every language. */
export const verbatim = (text: string): Message => say('verbatim', { text });
