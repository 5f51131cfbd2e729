package org.townloop.base.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends e-mail to an SMTP server. */
class SmtpMailGateway implements MailGateway {

    private final MailSettings settings;
    private final InternetAddress from;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SmtpMailGateway(MailSettings settings) {
        this.settings = settings;
        from = sender(settings.from());
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setProtocol(settings.security().protocol());
        if (!settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setJavaMailProperties(properties());
    }

    @Override
    public Handover send(Mail mail) {
        try {
            sender.send(message(mail));
            return new Handover.Accepted(mail.id());
        } catch (AddressException e) {
            return new Handover.Never("no e-mail address");
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream().anyMatch(SmtpMailGateway::isRefusedForGood)
                    ? new Handover.Never("the mail server refused the receiver")
                    : Handover.later("the mail server did not take it");
        } catch (MailException | MessagingException e) {
            return Handover.later("mail server: " + e.getClass().getSimpleName());
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new Identified(sender.getSession(), "<" + mail.id() + "@" + domain() + ">");
        var helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
        helper.setFrom(from);
        var to = new InternetAddress(mail.to(), true);
        if (to.getPersonal() != null || mail.to().chars().anyMatch(each -> each < ' ')) {
            throw new AddressException("more than an address");
        }
        helper.setTo(to);
        helper.setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " ").strip());
        helper.setText(mail.text(), MailHtml.of(mail));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language());
        if (mail.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
        }
        return message;
    }

    private String domain() {
        var address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static boolean isRefusedForGood(Exception failure) {
        return failure instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0
                && String.valueOf(failed.getNextException()).matches("(?s).*\\b5[05]\\d\\b.*");
    }

    private Properties properties() {
        var prefix = "mail." + settings.security().protocol() + ".";
        var patience = Long.toString(settings.timeout().toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        properties.setProperty(
                prefix + "auth", Boolean.toString(!settings.user().isBlank()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        var starttls = Boolean.toString(settings.security() == MailSettings.Security.STARTTLS);
        properties.setProperty(prefix + "starttls.enable", starttls);
        properties.setProperty(prefix + "starttls.required", starttls);
        return properties;
    }

    private static InternetAddress sender(String from) {
        try {
            var parsed = InternetAddress.parse(from, true);
            if (parsed.length == 1) {
                parsed[0].setPersonal(parsed[0].getPersonal(), "UTF-8");
                return parsed[0];
            }
        } catch (AddressException | java.io.UnsupportedEncodingException e) {
            throw new IllegalArgumentException("townloop.mail.from is no address: " + from, e);
        }
        throw new IllegalArgumentException("townloop.mail.from must be one address: " + from);
    }

    /** Keeps its id, so that a mail server or a reader can see that two are the same. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
