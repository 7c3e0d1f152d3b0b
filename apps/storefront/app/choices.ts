/** Whether one stays on a page and only asks for another part of it, such as another size of a jewel. */
export const isOtherChoice = (from: URL, to: URL, formMethod: string | undefined): boolean =>
  formMethod === undefined && from.pathname === to.pathname && from.search !== to.search
