export const cardsPath = '/the-chia-se'
