package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.invoice.InvoiceDesk;
import org.townloop.loop.invoice.Issuer;
import org.townloop.loop.invoice.Seller;
import org.townloop.loop.invoice.Tax;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.surface.PageClient;

/** Receipts and invoices for somebody who has no account, behind the link in their letter. */
@TownTest
class GuestPapersTests extends GuestOrderSalon {

    private static final Map<String, String> FOR_A_FIRM = Map.of(
            "kind", "invoice",
            "buyer", "company",
            "title", "=SUM(1)",
            "taxNumber", "91350100M000100Y43",
            "email", "",
            "key", "firm");

    @Autowired
    InvoiceDesk desk;

    @Test
    void whoHasTheLetterReadsTheReceiptAndHasAnInvoiceAndNobodyElseSeesOne() throws IOException {
        merchantSaysWhoItIs();
        var taken = taken(Pays.ESCROW);
        var handed = "/pay/" + taken.secret();
        var written = link();
        var guest = PageClient.visitor(port);
        assertThat(guest.get(written + "/receipt").status())
                .as("nothing is paid yet")
                .isEqualTo(404);
        paid(guest, written, taken.order().id().value());

        assertThat(guest.get(written).body()).contains(written + "/receipt", written + "/invoice");
        var receipt = guest.get(written + "/receipt");
        assertThat(receipt.words()).contains("128");
        assertThat(receipt.body()).contains(written + "/receipt.pdf").doesNotContain("/orders/");
        assertThat(guest.get(written + "/receipt.pdf").status()).isEqualTo(200);

        var form = guest.get(written + "/invoice");
        assertThat(guest.post(
                                written + "/invoice",
                                form,
                                Map.of("kind", "invoice", "buyer", "company", "title", "", "key", "none"))
                        .status())
                .isEqualTo(422);
        var asked = guest.post(written + "/invoice", form, FOR_A_FIRM);
        assertThat(asked.location()).isEqualTo(written + "/invoice#asked");
        var ready = guest.get(written + "/invoice");
        assertThat(ready.words()).contains("INV-2026-000001", "=SUM(1)");
        var paper = Pattern.compile("href=\"(" + written + "/invoices/[^\"]*\\.pdf)\"")
                .matcher(ready.body());
        assertThat(paper.find()).isTrue();
        assertThat(guest.get(paper.group(1)).status()).isEqualTo(200);
        assertThat(guest.get(written + "/invoices/" + UUID.randomUUID() + ".pdf")
                        .status())
                .isEqualTo(404);

        var staff = PageClient.of(port, counter);
        for (var paths : new String[] {"/receipt", "/receipt.pdf", "/invoice"}) {
            assertThat(staff.get(written + paths).status())
                    .as("those who work there")
                    .isEqualTo(404);
            assertThat(PageClient.visitor(port).get(handed + paths).status())
                    .as("the link that staff know")
                    .isEqualTo(404);
            assertThat(PageClient.visitor(port).get("/pay/nobodys" + paths).status())
                    .isEqualTo(404);
        }
        assertThat(staff.get(paper.group(1)).status()).isEqualTo(404);
    }

    @Test
    void whoHasNoLetterReadsItInTheBrowserInWhichItWasPaid() throws IOException {
        var taken = takenWithoutContact();
        var handed = "/pay/" + taken.secret();
        var phone = PageClient.visitor(port);
        paid(phone, handed, taken.order().id().value());
        assertThat(phone.get(handed + "/receipt").words()).contains("128");
        assertThat(PageClient.visitor(port).get(handed + "/receipt").status()).isEqualTo(404);
    }

    private void paid(PageClient guest, String link, UUID order) throws IOException {
        var paying = guest.post(link, guest.get(link), Map.of("gateway", "sandbox", "key", "k" + order));
        new LoopClient(port).press(paying.location(), "succeed");
        await().until(() -> orders.get(new OrderId(order)).state() == OrderState.PAID);
    }

    private void merchantSaysWhoItIs() {
        var owner =
                people.actor(new PersonId(TestPeople.merchantOf(salon).id())).orElseThrow();
        var issuer = new Issuer(
                salon.merchant(), 0, new Seller("同心美发店", "柳溪县钟楼街 12 号", "", "91350100M000100Y43"), new Tax(600, true));
        assertThat(desk.write(owner, salon.place(), issuer)).isInstanceOf(Outcome.Done.class);
    }
}
