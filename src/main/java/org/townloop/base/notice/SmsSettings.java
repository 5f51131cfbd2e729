package org.townloop.base.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An SMS gateway that is spoken to over HTTP.
 *
 * @param url where messages are posted; empty if there is none
 * @param header the name of the header that carries the key
 * @param key the header's value, a prefix such as {@code Bearer} with it
 * @param body what is posted, with {@code {to}}, {@code {text}} and {@code {id}} in JSON texts
 * @param success a regular expression that must be found in the answer; empty: any 2xx will do
 */
@ConfigurationProperties("townloop.sms")
record SmsSettings(
        @DefaultValue("") String url,
        @DefaultValue("Authorization") String header,
        @DefaultValue("") String key,

        @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}")
        String body,

        @DefaultValue("") String success,
        @DefaultValue("10s") Duration timeout) {

    /** Without the key, whoever prints it. */
    @Override
    public String toString() {
        return "SMS by " + url;
    }
}
