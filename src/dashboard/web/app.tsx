import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError } from './api/client';
import { Loading } from './pieces/loading';
import { PageFault } from './pieces/page-fault';
import { Shell } from './shell/shell';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.problem.status >= 400),
    },
  },
});

const page = (load: () => Promise<{ readonly Page: React.ComponentType }>) => {
  const Lazy = lazy(() => load().then(({ Page }) => ({ default: Page })));
  return (
    <Suspense fallback={<Loading what="page" />}>
      <Lazy />
    </Suspense>
  );
};

const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <PageFault />,
    children: [
      { index: true, element: page(() => import('./pages/needs-you/needs-you-page')) },
      { path: 'board', element: page(() => import('./pages/board/board-page')) },
      { path: 'projects/new', element: page(() => import('./pages/new-project/new-project-page')) },
      { path: 'projects/:projectId/*', element: page(() => import('./pages/project/project-page')) },
      { path: 'catalogue/*', element: page(() => import('./pages/catalogue/catalogue-page')) },
      { path: 'settings/*', element: page(() => import('./pages/settings/settings-page')) },
      { path: '*', element: page(() => import('./pages/not-found/not-found-page')) },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
