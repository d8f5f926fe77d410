"""A real mail server (Debian's python3-aiosmtpd) that tests talk to: STARTTLS, sign-in, and faults on demand.

smtp_server.py FOLDER CERTIFICATE KEY [USER SECRET]

Prints "port N" when it listens and "got N" for each message that it wrote into FOLDER as N.eml. Before a message it takes
the first line of FOLDER/orders, when there is one: take, 451, 550, 550-recipient, drop (hangs up after the data), or
lose (takes the message and hangs up before it says so).
"""

import asyncio
import base64
import os
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


def order(folder, take):
    path = os.path.join(folder, "orders")
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split()
    except FileNotFoundError:
        return "take"
    if not lines:
        return "take"
    if take:
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write("\n".join(lines[1:]))
        os.replace(path + ".new", path)
    return lines[0]


class Handler:
    def __init__(self, folder, secret):
        self.folder = folder
        self.secret = secret
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if order(self.folder, take=False) == "550-recipient":
            order(self.folder, take=True)
            return "550 5.1.1 No such user <%s>" % address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        what = order(self.folder, take=True)
        if what == "451":
            return "451 4.3.0 Try again later"
        if what == "550":
            return "550 5.7.1 Message refused"
        if what == "drop":
            server.transport.abort()
            return "250 OK"
        self.count += 1
        path = os.path.join(self.folder, "%d.eml" % self.count)
        with open(path + ".new", "wb") as file:
            for address in envelope.rcpt_tos:
                file.write(("X-Rcpt: %s\r\n" % address).encode("utf-8"))
            file.write(("X-Tls: %s\r\n" % (session.ssl is not None)).encode())
            file.write(envelope.original_content)
        os.replace(path + ".new", path)
        print("got %d" % self.count, flush=True)
        if what == "lose":
            server.transport.abort()
        return "250 OK"

    async def auth_XOAUTH2(self, server, args):
        given = base64.b64decode(args[1]).decode("utf-8")
        good = given == "user=%s\x01auth=Bearer %s\x01\x01" % self.secret
        return AuthResult(success=good, handled=False)


def main():
    folder, certificate, key = sys.argv[1:4]
    secret = tuple(sys.argv[4:6])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def authenticate(server, session, envelope, mechanism, data):
        good = (data.login.decode(), data.password.decode()) == secret
        return AuthResult(success=good, handled=False)

    controller = Controller(
        Handler(folder, secret),
        hostname="127.0.0.1",
        port=int(os.environ.get("SMTP_PORT", "0")) or free_port(),
        tls_context=context,
        require_starttls=True,
        authenticator=authenticate if secret else None,
        auth_required=bool(secret),
        enable_SMTPUTF8=True,
    )
    controller.start()
    print("port %d" % controller.port, flush=True)
    # Ends with the test that started it.
    sys.stdin.read()
    controller.stop()


def free_port():
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


if __name__ == "__main__":
    main()
