package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Receipts, invoices and fapiao as their pages, files and the API have them. */
class InvoicePagesTests extends SalonPages {

    private static final String CODE = "91350100M000100Y43";

    @Test
    void whatWasPaidHasAReceiptToReadAndToKeep() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var guest = PageClient.of(port, day.guest());
        var page = guest.get("/orders/" + order);
        assertThat(page.body()).contains("/orders/" + order + "/receipt\"");
        var receipt = guest.get("/orders/" + order + "/receipt");
        assertThat(receipt.words()).contains("Paid", "Haircut", "••••", "Tongxin");
        assertThat(paper(guest, "/orders/" + order + "/receipt.pdf"))
                .contains("Receipt", "Haircut", "Tongxin", "钟楼街 12 号");
    }

    @Test
    void whatIsOnlyHeldHasNone() throws IOException {
        var order = day.held(SalonDay.AT_THREE);
        var guest = PageClient.of(port, day.guest());
        assertThat(guest.get("/orders/" + order + "/receipt").words()).contains("Nothing was paid");
        assertThat(guest.get("/orders/" + order + "/invoice").words()).contains("nothing to write an invoice for");
    }

    @Test
    void anInvoiceIsAskedForSaidAtTheDeskAndThere() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var guest = PageClient.of(port, day.guest());
        var form = guest.get("/orders/" + order + "/invoice");
        var wrong = guest.post("/orders/" + order + "/invoice", form, wanted("91350100M000100Y44"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("=SUM(1)", "91350100M000100Y44", "no tax number");
        assertThat(guest.post("/orders/" + order + "/invoice", form, wanted(CODE))
                        .status())
                .isEqualTo(303);
        assertThat(guest.get("/orders/" + order + "/invoice").words()).contains("asked for", "The shop has been asked");

        var owner = PageClient.of(port, day.owner());
        var desk = owner.get("/desk/invoices?place=" + day.place());
        assertThat(desk.words()).contains("=SUM(1)", "Until then none are issued");
        var bad = owner.post("/desk/invoices/issuer", desk, issuer("seven"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("seven", "Tongxin Ltd");
        assertThat(owner.post("/desk/invoices/issuer", desk, issuer("6")).status())
                .isEqualTo(303);
        var issued = owner.get("/desk/invoices?place=" + day.place());
        assertThat(issued.words()).contains("INV-2026-000001", "Take back");

        var mine = guest.get("/orders/" + order + "/invoice");
        assertThat(mine.words()).contains("INV-2026-000001", "issued");
        var pdf = Pattern.compile("href=\"(/orders/[^\"]*/invoices/[^\"]*\\.pdf)\"")
                .matcher(mine.body());
        assertThat(pdf.find()).isTrue();
        assertThat(paper(guest, pdf.group(1)))
                .contains("Invoice INV-2026-000001", "=SUM(1)", CODE, "Tongxin Ltd", "Tax at 6 %", "Haircut");
        isAFileForOthers(owner, issued);
    }

    private void isAFileForOthers(PageClient owner, PageClient.Answer desk) throws IOException {
        var csv = owner.get("/desk/invoices.csv?month=2026-11&place=" + day.place())
                .body();
        assertThat(csv).contains("INV-2026-000001", ",'=SUM(1),", CODE);
        var link = Pattern.compile("href=\"(/desk/invoices/[^\"]*\\.xml)\"").matcher(desk.body());
        assertThat(link.find()).isTrue();
        var ubl = parsed(owner.get(link.group(1)).body());
        assertThat(ubl.getElementsByTagName("cbc:ID").item(0).getTextContent()).isEqualTo("INV-2026-000001");
        var net = ubl.getElementsByTagName("cbc:TaxExclusiveAmount").item(0).getTextContent();
        var tax = ubl.getElementsByTagName("cbc:TaxAmount").item(0).getTextContent();
        var gross = ubl.getElementsByTagName("cbc:TaxInclusiveAmount").item(0).getTextContent();
        assertThat(new BigDecimal(net).add(new BigDecimal(tax))).isEqualByComparingTo(gross);
    }

    @Test
    void aFapiaoIsAskedForByTheApiAndNotedAtTheDesk() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        var asked = day.client()
                .post(
                        day.guest(),
                        "/api/orders/" + order + "/invoice-requests",
                        UUID.randomUUID().toString(),
                        Map.of("kind", "FAPIAO", "buyer", "COMPANY", "title", "柳溪贸易", "taxNumber", CODE));
        assertThat(asked.status()).isEqualTo(201);
        var owner = PageClient.of(port, day.owner());
        var path = "/desk/fapiao?place=" + day.place();
        assertThat(owner.get(path).words()).contains("柳溪贸易", CODE, "had nothing of it yet");
        day.visited(order);
        var page = owner.get(path);
        var noted = owner.post(
                "/desk/fapiao/" + asked.id() + "/written",
                page,
                Map.of("place", day.place().toString(), "number", "24312000000012345678", "seen", page.field("seen")));
        assertThat(noted.status()).isEqualTo(303);
        assertThat(owner.get(path).words()).contains("24312000000012345678", "written");
        assertThat(owner.get("/desk/fapiao.csv?place=" + day.place()).body())
                .contains("24312000000012345678", CODE, "柳溪贸易");
        var mine = day.client().get(day.guest(), "/api/orders/" + order + "/invoice-requests");
        assertThat(mine.body().path("requests").path(0).path("fapiaoNumber").asString(""))
                .isEqualTo("24312000000012345678");
    }

    private Map<String, String> wanted(String number) {
        return Map.of(
                "kind", "invoice",
                "buyer", "company",
                "title", "=SUM(1)",
                "taxNumber", number,
                "email", "",
                "key", UUID.randomUUID().toString());
    }

    private Map<String, String> issuer(String rate) {
        return Map.of(
                "place", day.place().toString(),
                "version", "0",
                "title", "Tongxin Ltd",
                "address", "Bell Street 12",
                "registration", "",
                "taxNumber", CODE,
                "rate", rate,
                "included", "yes");
    }

    private String paper(PageClient reader, String path) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", "session=" + reader.cookie("session"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            try (var pdf = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Document parsed(String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
