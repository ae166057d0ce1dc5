import { useEffect, useState } from 'react';

type Theme = 'system' | 'light' | 'dark';
const key = 'openward.theme';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

function stored(): Theme {
  const value = localStorage.getItem(key);
  return themes.find((theme) => theme === value) ?? 'system';
}

export function ThemeToggle() {
  const [theme, setTheme] = useState<Theme>(stored);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') {
      delete dataset.theme;
    } else {
      dataset.theme = theme;
    }
    localStorage.setItem(key, theme);
  }, [theme]);
  return (
    <label className="row">
      <span>Colours</span>
      <select className="input" value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        <option value="system">as the system</option>
        <option value="light">light</option>
        <option value="dark">dark</option>
      </select>
    </label>
  );
}
