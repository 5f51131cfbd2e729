package org.townloop.base.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which ways messages leave this instance. */
public final class Gateways {

    private final @Nullable SmsGateway sms;
    private final @Nullable MailGateway mail;
    private final @Nullable PushGateway push;

    Gateways(@Nullable SmsGateway sms, @Nullable MailGateway mail, @Nullable PushGateway push) {
        this.sms = sms;
        this.mail = mail;
        this.push = push;
    }

    public Optional<SmsGateway> sms() {
        return Optional.ofNullable(sms);
    }

    public Optional<MailGateway> mail() {
        return Optional.ofNullable(mail);
    }

    public Optional<PushGateway> push() {
        return Optional.ofNullable(push);
    }

    /** Whether a message can be sent by the channel at all. */
    public boolean has(Channel channel) {
        return switch (channel) {
            case SMS -> sms != null;
            case MAIL -> mail != null;
            case PUSH -> push != null;
        };
    }
}
