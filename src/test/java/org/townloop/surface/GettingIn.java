package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A hairdresser whom nobody here knows opens a place and sells a first haircut; every screen, field and tap counts. */
class GettingIn implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final Pattern PLACE = Pattern.compile("place=([0-9a-f-]{36})");

    private final OpenTown town;
    final Tongue tongue;
    final Visitor merchant;
    final Visitor resident;
    private final Visitor operator;
    private final String mail;
    private int screens;
    private int fields;
    private int taps;
    private String place = "";
    String offer = "";
    String token = "";

    /** @param scripts whether the merchant's browser runs any */
    GettingIn(Browser browser, OpenTown town, Tongue tongue, boolean scripts) {
        this.town = town;
        this.tongue = tongue;
        this.mail = "lin." + System.nanoTime() + "@example.org";
        merchant =
                scripts ? Visitor.with(browser, town, tongue, 390) : Visitor.withoutScripts(browser, town, tongue, 390);
        resident = Visitor.with(browser, town, tongue, 390);
        operator = Visitor.with(browser, town, tongue, 1440);
    }

    void signsUp() throws IOException, InterruptedException {
        merchant.goTo("/for-merchants");
        screens++;
        press(".sell a.btn.primary", "#contact");
        write("#contact", mail);
        press("form[action='/sign-in/code'] button", "#code");
        write("#code", code());
        press("form:has(#code) button.primary", "#name, #f-trade");
        if (merchant.all("#name").count() > 0) {
            write("#name", tongue == Tongue.CHINESE ? "小林" : "Lin Fei");
            press("form:has(#name) button.primary", "#f-trade");
        }
    }

    void opensThePlace() {
        var suffix = tongue == Tongue.CHINESE ? "Zh" : "En";
        merchant.find("#f-trade").selectOption(trade());
        write("#f-name" + suffix, name());
        write("#f-address" + suffix, tongue == Tongue.CHINESE ? "磨坊巷 4 号" : "4 Mill Lane");
        press(".pick-map", ".pick-map[src*='pin=']");
        assertThat(merchant.find("#f-name" + suffix).inputValue()).isEqualTo(name());
        press(".entry-form button.primary.big", "form.week");
        var address = PLACE.matcher(merchant.here());
        assertThat(address.find()).isTrue();
        place = address.group(1);
    }

    void saysWhenAndWho() {
        press("form.week button.primary", "#names");
        assertThat(merchant.find("#names").inputValue()).isNotBlank();
        press("form:has(#names) button.primary", ".suggestions");
    }

    void writesAnOffer() throws IOException {
        press(".suggestions a", "#f-price");
        write("#f-price", "88");
        press("form:has(#f-price) button.primary", "input[type=file]");
        showsIt();
    }

    void showsIt() throws IOException {
        merchant.find("input[type=file]").setInputFiles(new FilePayload("shop.png", "image/png", picture()));
        fields++;
        press("form:has(input[type=file]) button.primary", ".steps .next");
    }

    void looksAndSaysItIsRight() {
        press(".steps .next a.btn", ".offer .buy");
        offer = merchant.here();
        assertThat(merchant.all(".offer .picture img").count()).isEqualTo(1);
        merchant.goTo("/desk/start?place=" + place);
        screens++;
        taps++;
        press(".steps .next button.primary", ".steps .next a.btn");
    }

    /** Somebody of the town finds it, sees that it is new, books and pays. */
    void sellsToAResident() {
        resident.goTo("/sign-in?next=" + offer).be("Chen Bo", ".offer .buy");
        assertThat(resident.all(".buy .fresh").count()).isEqualTo(1);
        resident.press(resident.all("#free .times .slot").first(), ".checkout .held")
                .press(".checkout button.primary", "button.pay")
                .press("button.pay", ".ticket svg");
        token = resident.all(".ticket .token").textContent().strip();
    }

    void redeems() {
        merchant.goTo("/counter?place=" + place);
        screens++;
        merchant.write("#token", token).press("form:has(#token) button.redeem", ".verdict.good, .early");
        taps++;
        if (merchant.all(".early").count() > 0) { // the first free time was tomorrow's
            merchant.press("button.redeem", ".verdict.good");
        }
        merchant.goTo("/desk/start?place=" + place);
        assertThat(merchant.all(".steps .done").count()).isEqualTo(steps());
        assertThat(merchant.all(".say.wait").count()).as("not verified yet").isEqualTo(1);
    }

    void isVerified() {
        operator.goTo("/office/merchants").be("Shen Guang", "#waiting");
        operator.press(
                operator.saying("#waiting li", name()).locator("button.primary").first(),
                ".office:not(:has(b.name:text-is('" + name() + "')))");
        assertThat(resident.goTo(offer).all(".buy .fresh").count()).isZero();
        assertThat(merchant.goTo("/desk/start?place=" + place).all(".say.wait").count())
                .isZero();
        merchant.goTo("/desk/notices?place=" + place).find(".notices li.unread").waitFor();
    }

    int screens() {
        return screens;
    }

    String summary() {
        return "From sign-up to the first sale redeemed, %s: %d screens, %d fields, %d taps"
                .formatted(tongue.code, screens, fields, taps);
    }

    String trade() {
        return "hair-and-beauty";
    }

    int steps() {
        return 8;
    }

    String name() {
        return tongue == Tongue.CHINESE ? "小林美发" : "Lin Fei Hair";
    }

    void press(String what, String thenSee) {
        merchant.press(what, thenSee);
        screens++;
        taps++;
    }

    void write(String field, String text) {
        merchant.write(field, text);
        fields++;
    }

    /** What the demo has sent, as somebody reads it on their telephone. */
    private String code() throws IOException, InterruptedException {
        var inbox = HttpRequest.newBuilder(
                        URI.create(town.at("/sandbox/inbox?to=" + URLEncoder.encode(mail, StandardCharsets.UTF_8))))
                .build();
        for (int attempt = 0; attempt < 100; attempt++) {
            var answer = HttpClient.newHttpClient().send(inbox, HttpResponse.BodyHandlers.ofString());
            var code = CODE.matcher(answer.body().replaceAll("(?s)<style>.*</style>|<[^>]*>", " "));
            if (code.find()) {
                return code.group();
            }
            merchant.rests(100);
        }
        throw new AssertionError("no code came to " + mail);
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(0x1f6b4f));
        brush.fillRect(0, 0, 900, 600);
        brush.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }

    @Override
    public void close() {
        merchant.close();
        resident.close();
        operator.close();
    }
}
