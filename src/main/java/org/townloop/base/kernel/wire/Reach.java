package org.townloop.base.kernel.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Which addresses somebody else may have us connect to. */
public interface Reach {

    /** It is refused to go there. */
    final class Forbidden extends Exception {

        private static final long serialVersionUID = 1;

        Forbidden(String reason) {
            super(reason);
        }
    }

    /** Every machine, those of our own network too: for towns that say so. */
    Reach ANYWHERE = address -> {
        if (address.getHost() == null) {
            throw new Forbidden("no address of a machine");
        }
        return InetAddress.getByName(address.getHost());
    };

    /**
     * The machine behind it: the connection goes there and nowhere else, whatever the name means a moment later.
     *
     * @throws UnknownHostException if nobody knows the name now; somebody may later
     */
    InetAddress of(URI address) throws Forbidden, UnknownHostException;
}
