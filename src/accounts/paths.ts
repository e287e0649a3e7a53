export const signInPath = '/quan-tri/dang-nhap'
export const signOutPath = '/quan-tri/dang-xuat'
export const oneTimePath = '/quan-tri/loi-moi/:token'
export const oneTimeLink = (token: string) => `/quan-tri/loi-moi/${token}`
export const accountPath = '/quan-tri/tai-khoan'
export const ownPasswordPath = '/quan-tri/tai-khoan/mat-khau'
export const endOtherSessionsPath = '/quan-tri/tai-khoan/ket-thuc-phien-khac'
export const staffListPath = '/quan-tri/can-bo'
export const newStaffPath = '/quan-tri/can-bo/moi'
export const staffMemberPath = (id: number | ':id') => `/quan-tri/can-bo/${id}`
export const renewInvitationPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/loi-moi`
export const closeStaffPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/khoa`
export const reopenStaffPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/mo-lai`
