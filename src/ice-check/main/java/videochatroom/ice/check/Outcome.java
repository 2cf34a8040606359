package videochatroom.ice.check;

/** The outcome of a probe: what it means, and who can fix it. The texts are part of the operator's reports. */
public enum Outcome {
    WORKS("works", "It answers as it should.", ""),
    OPEN_RELAY(
            "open-relay",
            "It relays for everybody, without asking for credentials.",
            "The TURN server's operator can correct it (coturn: use-auth-secret)."),
    NAME_NOT_RESOLVED(
            "name-not-resolved",
            "The name has no address, as far as this server can find out.",
            "Whoever runs that domain's DNS can correct it, or this server's operator the name in the setting ice.servers."),
    NO_ROUTE(
            "no-route",
            "This server's network has no way to that address, which says nothing of the browsers' networks.",
            "The administrator of this server's network can correct it."),
    NO_ANSWER(
            "no-answer",
            "Nothing has answered in time.",
            "The TURN server's operator can correct it if it is down or its firewall is closed, the administrators of the"
                    + " networks between if they block it."),
    REFUSED(
            "refused",
            "The machine is there, but nothing listens at that port.",
            "The TURN server's operator can start it, or this server's operator can correct the port in the setting"
                    + " ice.servers."),
    NOT_STUN(
            "not-stun",
            "Something answers there that is no STUN or TURN server.",
            "This server's operator can correct the port in the setting ice.servers, the TURN server's operator what is at"
                    + " that port."),
    TLS_FAILED(
            "tls-failed",
            "It answers, but not with TLS as browsers speak it.",
            "The TURN server's operator can correct it (coturn: cert, pkey, tls-listening-port)."),
    CERTIFICATE_EXPIRED(
            "certificate-expired",
            "Its TLS certificate is not valid any more, or not yet: browsers will not use it.",
            "The TURN server's operator can renew it."),
    CERTIFICATE_UNTRUSTED(
            "certificate-untrusted",
            "Its TLS certificate comes from nobody whom this server's Java trusts: most browsers will not use it.",
            "The TURN server's operator can get one from a public authority, with the whole chain in the file. Where all"
                    + " browsers trust an authority of your own, give it to this Java as well"
                    + " (-Djavax.net.ssl.trustStore)."),
    CERTIFICATE_OF_OTHER_NAME(
            "certificate-of-other-name",
            "Its TLS certificate is not valid for that name: browsers will not use it.",
            "This server's operator can correct the name in the setting ice.servers, or the TURN server's operator the"
                    + " certificate."),
    CREDENTIALS_REFUSED(
            "credentials-refused",
            "It refuses the credentials that this server gives to browsers.",
            "This server's operator and the TURN server's can correct it: the setting ice.turn-secret has to be the TURN"
                    + " server's secret (coturn: static-auth-secret), and both clocks have to be right."),
    FORBIDDEN(
            "forbidden",
            "It knows the credentials, and forbids this server to have a relay.",
            "The TURN server's operator can correct it."),
    FULL(
            "full",
            "It has no room for another relay.",
            "The TURN server's operator can raise its limits (coturn: user-quota, total-quota, min-port and max-port)."),
    ERROR(
            "error",
            "It answers with an error.",
            "The TURN server's operator finds what it means in RFC 8656, section 19."),
    NOT_TESTED(
            "not-tested",
            "This is TLS over UDP, which no browser speaks: nobody uses this address.",
            "This server's operator can take it out of the setting ice.servers.");

    private final String code;
    private final String meaning;
    private final String remedy;

    Outcome(String code, String meaning, String remedy) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The stable name for programs. */
    public String code() {
        return code;
    }

    /** One English sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** English sentences that say who can fix it and how; empty for {@link #WORKS}. */
    public String remedy() {
        return remedy;
    }
}
