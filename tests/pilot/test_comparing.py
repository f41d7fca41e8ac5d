"""What a copy says differently, from Sources."""

from tui.screens.difference import DifferenceScreen

SMALL = (80, 24)


def shown(driver):
    view = driver.app.screen.view
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))


async def test_c_on_a_copy_shows_what_differs(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        await driver.press("1", "g", "j", "c")
        screen = driver.app.screen
        assert isinstance(screen, DifferenceScreen)
        assert screen.count == 1
        assert "[-In July, 106 guards had been let go in five prisons-]" in shown(driver)
        said = screen.query_one("#difference-said").render_line(0).text
        assert said.startswith(" difference 1 of 1 ")
        assert "93% alike" in said
        await driver.press("escape")
        assert driver.app.screen is driver.browser


async def test_c_on_what_is_copied_and_on_two_chosen_articles(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("1", "g", "c")
        first = driver.app.screen
        assert isinstance(first, DifferenceScreen)
        assert len(first.view.sheet.sides) == 2
        await driver.press("c", "j", "j", "space", "j", "space", "c")
        second = driver.app.screen
        assert isinstance(second, DifferenceScreen)
        assert second.count >= 1
        await driver.press("N")
        assert second.view.current == second.count - 1
        await driver.press("n")
        assert second.view.current == 0


async def test_elsewhere_c_shows_the_card(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        await driver.press("1", "G", "c")
        assert driver.app.screen.query("#card-lines")
