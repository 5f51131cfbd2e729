package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * A guest and the people of the house where they go: something is found, held and paid for, put off or called off, and had.
 */
final class ModeWalk implements AutoCloseable {

    final Visitor guest;
    final Visitor house;
    private final StatementPaper paperBefore;
    private String order = "";

    /** @param owner of the house, among the sign-ins of the demo */
    ModeWalk(Browser browser, OpenTown town, String owner) {
        this(browser, town, owner, false);
    }

    /** @param scripts whether the guest's browser runs them */
    ModeWalk(Browser browser, OpenTown town, String owner, boolean scripts) {
        guest = scripts
                ? Visitor.with(browser, town, Tongue.ENGLISH, 390)
                : Visitor.withoutScripts(browser, town, Tongue.ENGLISH, 390);
        house = Visitor.with(browser, town, Tongue.ENGLISH, 1440);
        guest.goTo("/sign-in").be("Chen Bo", "main");
        house.goTo("/sign-in").be(owner, "main");
        paperBefore = paper();
    }

    void finds(String words, String title, String thenSee) {
        guest.goTo("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        guest.press(guest.saying("h3 a", title), thenSee);
    }

    /** From the page of checkout to the vouchers. */
    void pays(int yuan) {
        assertThat(amount("tfoot .big-number")).isEqualTo(yuan);
        guest.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
        order = guest.here();
    }

    /** Where what was paid is. */
    String order() {
        return order;
    }

    String token() {
        guest.goTo(order);
        return guest.all(".ticket .token").first().textContent().strip();
    }

    String when() {
        return guest.goTo(order).read(".what .at");
    }

    /** To the page on which another time is chosen. */
    void asksForAnotherTime(String thenSee) {
        guest.goTo(order).press("section[aria-labelledby=move] a.btn", thenSee);
    }

    void callsOff(int yuanBack) {
        guest.goTo(order);
        assertThat(amount("section[aria-labelledby=cancel] b.num")).isEqualTo(yuanBack);
        guest.press("section[aria-labelledby=cancel] button.danger", "main:not(:has(.ticket svg))");
        assertThat(guest.read("main")).contains("¥" + yuanBack);
    }

    /** @return whether it is redeemed */
    boolean isTaken(String token, int units) {
        house.goTo("/counter");
        house.write("#token", token);
        if (units > 1) {
            house.find("#units").selectOption(Integer.toString(units));
        }
        house.find("button.redeem").click();
        house.find(".verdict, .early").waitFor();
        if (house.all(".early").count() > 0) {
            house.press("button.redeem", ".verdict");
        }
        return "good".equals(house.find(".verdict").getAttribute("data-verdict"));
    }

    /** What was paid is released to the house, less the shares that its statement shows. */
    void isSettled(int yuan) {
        assertThat(guest.goTo(order).all(".ticket svg").count()).isZero();
        assertThat(guest.read("main")).contains("Released to the shop");
        var paper = paper();
        assertThat(paper.addsUp()).isTrue();
        var added = new ArrayList<>(paper.rows());
        added.removeAll(paperBefore.rows());
        assertThat(added).anySatisfy(row -> assertThat(row.gross()).isEqualByComparingTo(Integer.toString(yuan)));
    }

    private StatementPaper paper() {
        house.goTo("/desk/statement");
        return StatementPaper.read(house);
    }

    private int amount(String selector) {
        return Integer.parseInt(guest.read(selector).replaceAll("[^0-9]", ""));
    }

    /** A label of a list that says this. */
    static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Override
    public void close() {
        guest.close();
        house.close();
    }
}
