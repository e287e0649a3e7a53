type Id = number | ':id'

export const receiversPath = '/quan-tri/noi-nhan-tin'
export const testReceiverPath = (id: Id) => `${receiversPath}/noi/${id}/gui-thu`
export const resumeReceiverPath = (id: Id) => `${receiversPath}/noi/${id}/gui-tiep`
export const resendPath = (id: Id) => `${receiversPath}/tin/${id}/gui-lai`

/** Only what did not arrive, and where the list goes on. */
export const troubleParameter = 'chua-toi'
export const afterParameter = 'sau'
export const noticeParameter = 'xong'
