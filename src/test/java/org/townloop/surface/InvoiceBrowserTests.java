package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a haircut: the receipt, an invoice for a firm, and a fapiao that the shop notes; without scripts, in both languages. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoiceBrowserTests {

    private static final String CODE = "91350100M000100Y43";

    private final OpenTown town;
    private final List<Chromium> opened = new ArrayList<>();

    InvoiceBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        opened.add(Chromium.launch());
    }

    @AfterAll
    void close() {
        opened.forEach(Chromium::close);
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void whatWasHadIsReceiptedInvoicedAndNoted(Tongue tongue) {
        var browser = opened.getFirst().browser();
        try (var walk = new LoopWalk(browser, town, tongue, "Lin Yue", "INVOICE-" + tongue, true);
                var guest = Visitor.withoutScripts(browser, town, tongue, 390);
                var shop = Visitor.withoutScripts(browser, town, tongue, 1440)) {
            walk.staffSignsIn();
            walk.findsAHaircut(tongue == Tongue.CHINESE ? "周日下午" : "Sunday afternoon");
            walk.holdsATime();
            walk.pays();
            walk.isRecognisedAtTheCounter();
            guest.goTo("/sign-in").be("Lin Yue", "main");
            shop.goTo("/sign-in").be("Tong Xin", "main");
            isReceipted(guest, walk);
            isInvoiced(guest, shop, walk, tongue == Tongue.CHINESE);
            isNoted(guest, shop, walk, tongue);
        }
    }

    private static void isReceipted(Visitor guest, LoopWalk walk) {
        guest.goTo(walk.order()).press("a[href$='/receipt']", ".slip");
        assertThat(guest.read(".slip")).contains(walk.price(), "••••");
        guest.press("a[href$='/invoice']", "#f-title");
    }

    private static void isInvoiced(Visitor guest, Visitor shop, LoopWalk walk, boolean chinese) {
        asks(guest, "invoice", CODE.replace('3', '4'), "form [role=alert]");
        assertThat(guest.find("#f-title").inputValue()).isEqualTo("柳溪贸易有限公司");
        guest.write("#f-taxNumber", CODE).press("form.lifted button.primary", "#asked");
        shop.goTo("/desk/invoices");
        shop.write("#f-title", "同心美发店")
                .write("#f-address", "柳溪县钟楼街 12 号")
                .write("#f-taxNumber", CODE)
                .write("#f-rate", "6");
        shop.press("#issuer button.primary", ".say.good");
        assertThat(guest.goTo(walk.order() + "/invoice").read("table.figures"))
                .contains("INV-", chinese ? "商业账单" : "Invoice", walk.price());
    }

    private static void isNoted(Visitor guest, Visitor shop, LoopWalk walk, Tongue tongue) {
        asks(guest, "fapiao", CODE, "#asked .say.wait");
        var number = "2431200000001234567" + tongue.ordinal();
        shop.goTo("/desk/fapiao");
        var asked = "section.fapiao:has-text('" + CODE + "'):has(input[name=number]) ";
        shop.write(asked + "input[name=number]", number)
                .press(asked + "form[action$='/written'] button.primary", ".say.good");
        assertThat(guest.goTo(walk.order() + "/invoice").read("#asked")).contains(number);
    }

    private static void asks(Visitor guest, String kind, String number, String thenSee) {
        guest.find("input[name=kind][value=" + kind + "]").check();
        guest.find("input[name=buyer][value=company]").check();
        guest.write("#f-title", "柳溪贸易有限公司").write("#f-taxNumber", number).press("form.lifted button.primary", thenSee);
    }
}
