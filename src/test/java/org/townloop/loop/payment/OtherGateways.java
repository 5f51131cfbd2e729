package org.townloop.loop.payment;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/** A town with a gateway that is licensed for less than the sandbox. */
public final class OtherGateways {

    /** How the only gateway is called. */
    public static final String NAME = "scripted";

    private OtherGateways() {}

    public static Gateways of(ApplicationContext town, Limits limits) {
        var only = new ScriptedGateway() {
            @Override
            public Limits limits() {
                return limits;
            }
        };
        var provider = new ObjectProvider<Gateway>() {
            @Override
            public Gateway getObject() {
                return only;
            }

            @Override
            public Stream<Gateway> stream() {
                return Stream.of(only);
            }
        };
        return new Gateways(
                provider, town.getBean(Intents.class), town.getBean(Refunds.class), town.getBean(Answers.class));
    }
}
