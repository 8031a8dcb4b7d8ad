"""An app that tells things at the foot of what is shown, and opens pages in the reader's own browser."""

from functools import partial
from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from reader.app.background.beside import work_beside
from reader.app.background.threads import in_background
from reader.app.screens.scene import Scene
from reader.app.state.key_names import with_keys
from reader.article.text.safe import safe_text


class TellingApp(App[None]):
    """`next_scene` is the screen that is to be shown next, where one is."""

    next_scene: Scene[Any] | None = None

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell it at the foot of what is shown, where it covers no words; what has a time of its own over the page."""
        scenes = (self.next_scene, *reversed(self.screen_stack))
        scene = next((each for each in scenes if isinstance(each, Scene) and each.TELLS), None)
        if timeout is not None or scene is None:
            super().notify(with_keys(message), title=title, severity=severity, timeout=timeout, markup=markup)
        else:
            scene.tell(message)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a page in the reader's browser, and tell where that cannot be done."""
        from reader.app.background.browser import open_in_browser, refused

        async def opened() -> None:
            problem = await in_background(partial(open_in_browser, url))
            self.notify(problem or f"✓ in the browser · {safe_text(url, lines=False)}", markup=False)

        if problem := refused(url):
            self.notify(problem, markup=False)
        else:
            work_beside(self, opened)
