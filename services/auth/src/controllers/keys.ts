export const listPublicKeys: any = 0
