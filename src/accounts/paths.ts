export const newsroomPath = '/quan-tri'
export const signInPath = '/quan-tri/dang-nhap'
export const secondStepPath = '/quan-tri/dang-nhap/ma'
export const signOutPath = '/quan-tri/dang-xuat'
export const oneTimePath = '/quan-tri/loi-moi/:token'
export const oneTimeLink = (token: string) => `/quan-tri/loi-moi/${token}`
export const accountPath = '/quan-tri/tai-khoan'
export const ownPasswordPath = '/quan-tri/tai-khoan/mat-khau'
export const endOtherSessionsPath = '/quan-tri/tai-khoan/ket-thuc-phien-khac'
export const endSessionPath = (id: string) => `/quan-tri/tai-khoan/phien/${id}/ket-thuc`
export const secondFactorPath = '/quan-tri/tai-khoan/xac-thuc'
export const prepareSecondFactorPath = '/quan-tri/tai-khoan/xac-thuc/bat-dau'
export const secondFactorQrPath = '/quan-tri/tai-khoan/xac-thuc/ma-qr'
export const turnOffSecondFactorPath = '/quan-tri/tai-khoan/xac-thuc/tat'
export const backupCodesPath = '/quan-tri/tai-khoan/xac-thuc/ma-du-phong'
export const staffListPath = '/quan-tri/can-bo'
export const newStaffPath = '/quan-tri/can-bo/moi'
export const staffMemberPath = (id: number | ':id') => `/quan-tri/can-bo/${id}`
export const renewInvitationPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/loi-moi`
export const staffScopePath = (id: number | ':id') => `/quan-tri/can-bo/${id}/chuyen-muc`
export const resetSecondFactorPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/go-xac-thuc`
export const closeStaffPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/khoa`
export const reopenStaffPath = (id: number | ':id') => `/quan-tri/can-bo/${id}/mo-lai`
