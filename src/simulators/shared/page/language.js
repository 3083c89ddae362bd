/** The words of a page in two languages, Chinese first. The choice is remembered, for all simulators together. */
export function createTexts(zh, en) {
  let current = localStorage.getItem('shangmen.language') === 'en' ? en : zh;
  const t = (key) => current[key] ?? key;
  const locale = () => (current === en ? 'en' : 'zh-CN');
  return {
    t,
    locale,
    switchLanguage() {
      current = current === en ? zh : en;
      localStorage.setItem('shangmen.language', locale());
    },
    /** Puts the words of the present language into everything marked with `data-text` or `data-label`. */
    translate(root) {
      document.documentElement.lang = locale();
      document.title = t('pageTitle');
      for (const element of root.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
      for (const element of root.querySelectorAll('[data-label]')) element.ariaLabel = t(element.dataset.label);
    },
  };
}
