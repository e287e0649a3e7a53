export const rulesPath = '/quan-tri/quy-tac'
