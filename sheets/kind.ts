/** Which of the two a file is by its name; null for any other. */
export const tableKind = (name: string): 'xlsx' | 'csv' | null => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension === 'xlsx') return 'xlsx';
  return extension === 'csv' || extension === 'txt' || extension === 'tsv' ? 'csv' : null;
};
