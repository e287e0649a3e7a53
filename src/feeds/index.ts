import { feedsPublicRoutes } from './public-routes.ts'

/** What machines read. */
export const createFeeds = () => ({ publicRoutes: feedsPublicRoutes() })
