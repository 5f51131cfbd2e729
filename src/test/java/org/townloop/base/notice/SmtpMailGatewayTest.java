package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpMailGatewayTest {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void open() {
        SERVER.reset();
    }

    @AfterEach
    void close() {
        SERVER.stop();
    }

    @Test
    void aMailHasTextFirstThenAPageAndKeepsItsId() throws Exception {
        var came = gateway("\"柳溪 Willow Creek\" <town@example.org>").send(mail("lin@example.com", "预订成功：剪发"));
        assertThat(came).isInstanceOf(Handover.Accepted.class);
        var got = received();
        assertThat(got.getSubject()).isEqualTo("预订成功：剪发");
        assertThat(got.getFrom()[0]).hasToString("=?UTF-8?Q?=E6=9F=B3=E6=BA=AA_Willow_Creek?= <town@example.org>");
        assertThat(got.getMessageID()).isEqualTo("<m-7@example.org>");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getHeader("List-Unsubscribe")).isNull();
        var parts = leaves(got);
        assertThat(parts).extracting(SmtpMailGatewayTest::type).containsExactly("text/plain", "text/html");
        assertThat((String) parts.get(0).getContent()).contains("您好 <b>", "https://town.example/orders/1?a=1&b=2");
        assertThat((String) parts.get(1).getContent())
                .contains("您好 &lt;b&gt;", "<a href=\"https://town.example/orders/1?a=1&amp;b=2\"")
                .doesNotContain("<img", "src=");
    }

    @Test
    void bytesOnTheWireArePlain() throws Exception {
        gateway("town@example.org").send(mail("lin@example.com", "预订成功"));
        var bytes = new ByteArrayOutputStream();
        received().writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1).chars()).allMatch(each -> each < 128);
    }

    @Test
    void whatNobodyNeedsCanBeStoppedByOneClick() throws Exception {
        var stop = URI.create("https://town.example/messages/stop/abc");
        gateway("town@example.org").send(new Mail("m-8", "lin@example.com", "How was it?", "Tell us", "en", stop));
        assertThat(received().getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
        assertThat(received().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void aSubjectBringsNoHeadersOfItsOwn() throws Exception {
        gateway("town@example.org").send(mail("lin@example.com", "Hair\r\nBcc: all@example.com\r\n\r\nbody"));
        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getSubject()).isEqualTo("Hair Bcc: all@example.com body");
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lin@example.com\r\nBcc: all@example.com",
                "lin@example.com, all@example.com",
                "Lin <lin@example.com>",
                "nobody",
                ""
            })
    void whatIsNotOneAddressGetsNothing(String to) {
        assertThat(gateway("town@example.org").send(mail(to, "Hello"))).isInstanceOf(Handover.Never.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndTheReasonNamesNobody() {
        var port = SERVER.getSmtp().getPort();
        SERVER.stop();
        var came = gateway("town@example.org", port).send(mail("lin@example.com", "Hello"));
        assertThat(came).isInstanceOf(Handover.Later.class);
        assertThat(came.toString()).doesNotContain("lin@");
    }

    private static Mail mail(String to, String subject) {
        return new Mail("m-7", to, subject, "您好 <b>\n\n看这里：\nhttps://town.example/orders/1?a=1&b=2", "zh-CN", null);
    }

    private static SmtpMailGateway gateway(String from) {
        return gateway(from, SERVER.getSmtp().getPort());
    }

    private static SmtpMailGateway gateway(String from, int port) {
        return new SmtpMailGateway(
                new MailSettings("127.0.0.1", port, "", "", from, MailSettings.Security.NONE, Duration.ofSeconds(2)));
    }

    private static MimeMessage received() {
        return SERVER.getReceivedMessages()[0];
    }

    private static List<Part> leaves(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart many)) {
            return List.of(part);
        }
        var leaves = new ArrayList<Part>();
        for (int i = 0; i < many.getCount(); i++) {
            leaves.addAll(leaves(many.getBodyPart(i)));
        }
        return leaves;
    }

    private static String type(Part part) {
        try {
            return part.getContentType().replaceFirst(";.*", "").strip();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
