import { escapeHtml, page } from './layout.js';

export type LoginError = 'wrong' | 'limited';

const ERRORS: Record<LoginError, string> = {
  wrong: '用户名或密码不正确。<br><span lang="en">User name or password is wrong.</span>',
  limited: '尝试次数过多，请一分钟后再试。<br><span lang="en">Too many attempts; please try again in a minute.</span>',
};

/** The login form; `next` is where it leads afterwards. */
export const loginPage = ({ next, error }: { next: string; error?: LoginError }): string =>
  page({
    title: '登录 · 上门 Shangmen',
    body: `<main class="narrow">
<h1>登录 <span lang="en">Log in</span></h1>
<p class="lead">客服与经理请在此登录。<br><span lang="en">For dispatchers and managers.</span></p>
<form class="card" method="post" action="/login">
${error ? `<p class="wrong" role="alert">${ERRORS[error]}</p>` : ''}
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label>用户名 <span lang="en">User name</span><input name="username" autocomplete="username" required maxlength="64" autofocus></label>
<label>密码 <span lang="en">Password</span><input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button>登录 Log in</button>
</form>
</main>`,
  });
