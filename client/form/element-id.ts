/** Ids of elements, so that the outline, labels and messages find what they belong to. */
export const elementId = {
  section: (id: string): string => `ss-section-${id}`,
  item: (listKey: string, id: string): string => `ss-item-${listKey}-${id}`,
  /** The control of a field: what a label is for and what the focus goes to. */
  field: (key: string): string => `ss-field-${key.replaceAll('/', '-')}`,
  label: (key: string): string => `ss-label-${key.replaceAll('/', '-')}`,
  guidance: (key: string): string => `ss-guidance-${key.replaceAll('/', '-')}`,
  suggested: (key: string): string => `ss-suggested-${key.replaceAll('/', '-')}`,
  message: (key: string): string => `ss-message-${key.replaceAll('/', '-')}`,
} as const
