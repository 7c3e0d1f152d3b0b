export const issueServiceToken: any = 0
