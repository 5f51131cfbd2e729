package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** One resident's way round the loop, step by step; the shop and the office look on from their own machines. */
final class LoopWalk implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern COUNTDOWN = Pattern.compile("10:00|9:[0-5]\\d");

    private final Tongue tongue;
    private final String name;
    private final String mark;
    private final Visitor resident;
    private final Visitor counter;
    private final Visitor merchant;
    private final Visitor operator;
    private String search = "";
    private String offer = "";
    private String order = "";
    private String token = "";
    private String price = "";
    private Instant start = Instant.MIN;
    private int visitsBefore;

    /**
     * @param name of the resident, as the sign-in page has it
     * @param mark a word by which this walk's texts are known
     * @param scripts whether the resident's browser runs any
     */
    LoopWalk(Browser browser, OpenTown town, Tongue tongue, String name, String mark, boolean scripts) {
        this.tongue = tongue;
        this.name = name;
        this.mark = mark;
        resident =
                scripts ? Visitor.with(browser, town, tongue, 390) : Visitor.withoutScripts(browser, town, tongue, 390);
        counter = Visitor.with(browser, town, tongue, 820);
        merchant = Visitor.with(browser, town, tongue, 1440);
        operator = Visitor.with(browser, town, tongue, 1440);
    }

    /** The staff come to work and see how things stand before. */
    LoopCount staffSignsIn() {
        counter.goTo("/counter").be("Xu Xiaoqin", "#token");
        merchant.goTo("/desk").be("Tong Xin", ".desk");
        operator.goTo("/office").be("Shen Guang", "svg .station");
        return loopCount();
    }

    void findsAHaircut() {
        findsAHaircut(tongue.when);
    }

    /** At another time, for whom the others should have theirs left. */
    void findsAHaircut(String when) {
        resident.goTo("/")
                .write(".ask [name=q]", tongue.what)
                .write(".ask [name=where]", tongue.where)
                .write(".ask [name=when]", when)
                .press(".ask button", ".results .card a.slot");
        search = resident.here();
        turnsPagesToThePlace();
        var card = card(".card:has(a.slot)");
        offer = card.locator("h3 a").getAttribute("href");
        price = card.locator(".price b").innerText().strip();
        visitsBefore = visits();
    }

    void holdsATime() {
        resident.press(card(".card").locator("a.slot").first(), "#free button.primary");
        assertThat(resident.read(".buy .price b")).isEqualTo(price);
        start = Instant.parse(resident.find("#free button.primary").getAttribute("value"));
        resident.press("#free button.primary", "ul.people")
                .be(name, "#free button.primary")
                .press("#free button.primary", ".checkout .held");
        assertThat(resident.read(".checkout tfoot .amount")).isEqualTo(price);
    }

    void seesTheHoldRunOut() {
        var left = resident.read(".held .count");
        assertThat(left).matches(COUNTDOWN);
        resident.seesChange(".held .count", left);
    }

    void pays() {
        resident.press(".checkout button.primary", "button.pay");
        assertThat(resident.here()).startsWith("/sandbox/pay/");
        resident.press("button.pay", ".ticket svg");
        order = resident.here();
        token = resident.all(".ticket .token").textContent().strip();
    }

    void isExpectedByTheMerchant() {
        assertThat(visitRow().innerText()).contains(price);
        assertThat(visitState()).doesNotContain("good");
    }

    void isRecognisedAtTheCounter() {
        counter.goTo("/counter").scan(token, ".verdict.good, .early");
        if (counter.all(".early").count() > 0) { // a time of tomorrow: said before it is redeemed
            counter.press("button.redeem", ".verdict.good");
        }
        assertThat(counter.read(".verdict").replace('\u00a0', ' ')).contains(name); // a name is kept on one line
        counter.press(".verdict [data-next]", ".counter:not(:has(.verdict)) #token")
                .scan(token, ".verdict.bad");
        assertThat(visitState()).contains("good");
    }

    StatementPaper statement() {
        merchant.goTo("/desk/statement");
        return StatementPaper.read(merchant);
    }

    String price() {
        return price;
    }

    /** Where the page of what was paid is. */
    String order() {
        return order;
    }

    void reviews() {
        resident.goTo(order);
        resident.find("#said label:has([value='4'])").click();
        resident.write("#said textarea", tongue.praise(mark)).press("#said button.primary", "#said .voice");
        assertThat(resident.read("#said .voice")).contains(tongue.praise(mark));
    }

    void seesTheReviewInTheNextSearch() {
        resident.goTo(search);
        turnsPagesToThePlace();
        assertThat(visits()).isEqualTo(visitsBefore + 1);
        resident.goTo(offer);
        assertThat(resident.read("#voices")).contains(tongue.praise(mark));
    }

    void isAnswered() {
        merchant.goTo("/desk/reviews");
        var said = merchant.saying(".reviews li", tongue.praise(mark));
        if (!said.locator("textarea").isVisible()) {
            said.locator("summary").click();
        }
        said.locator("textarea").fill(tongue.thanks(mark));
        merchant.press(said.locator("button.primary"), ".reviews .reply:has-text('" + tongue.thanks(mark) + "')");
        assertThat(resident.goTo(order).read("#said .reply")).contains(tongue.thanks(mark));
        resident.goTo("/my-loop").find(".told li.fresh").waitFor();
        merchant.goTo("/desk/notices").find(".notices li.unread").waitFor();
    }

    LoopCount loopCount() {
        operator.goTo("/office");
        return new LoopCount(operator.all("svg text.count").allTextContents().stream()
                .map(LoopWalk::number)
                .toList());
    }

    private Locator card(String selector) {
        return resident.saying(offer.isEmpty() ? selector : selector + ":has([href='" + offer + "'])", tongue.place);
    }

    private void turnsPagesToThePlace() {
        while (!card(".card:has(a.slot)").isVisible()) {
            resident.goTo(resident.find(".pages [rel=next]").getAttribute("href"));
        }
    }

    private int visits() {
        return number(card(".card").locator(".score .small").innerText());
    }

    private Locator visitRow() {
        var local = start.atZone(ZONE);
        merchant.goTo("/desk?day=" + local.toLocalDate());
        return merchant.all(".day-list tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .filter(new Locator.FilterOptions()
                        .setHasText(DateTimeFormatter.ofPattern("HH:mm").format(local)))
                .first();
    }

    private String visitState() {
        return visitRow().locator(".tag").getAttribute("class");
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        resident.close();
        counter.close();
        merchant.close();
        operator.close();
    }
}
