/* Passkeys: asks the browser for one and sends what it answers with the form around the button.

   <form data-passkey="create|get" data-options="id of the JSON" or data-from="address of the JSON">
     <input type="hidden" name="credential">
     <button type="button" data-passkey-go hidden>…</button>
     <p data-passkey-missing hidden>…</p>   the browser has no passkeys, or the address has no name
     <p data-passkey-failed role="alert" hidden>…</p>
   </form> */

const ADDRESS = /^(\d+\.){3}\d+$|^\[/;
const can = window.isSecureContext && window.PublicKeyCredential && !ADDRESS.test(location.hostname);

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (credential) => ({ ...credential, id: bytes(credential.id) });

// A passkey that can sign in alone: it stays on the device, and asks for a finger, a face or a PIN.
function forCreating({ publicKey }) {
  return {
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: (publicKey.excludeCredentials ?? []).map(known),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  };
}

function forGetting({ publicKey }) {
  const allowCredentials = (publicKey.allowCredentials ?? []).map(known);
  return { publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials } };
}

function told(credential) {
  const { response } = credential;
  const parts = ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"];
  const found = parts.filter((part) => response[part]).map((part) => [part, text(response[part])]);
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(found), ...(response.getTransports && { transports: response.getTransports() }) },
  });
}

async function optionsOf(form) {
  if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
  const answer = await fetch(form.dataset.from, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function ask(form) {
  const options = await optionsOf(form);
  if (form.dataset.passkey === "create") return navigator.credentials.create(forCreating(options.creation_options));
  return navigator.credentials.get(forGetting(options.request_options));
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const [button, missing, failed] = ["go", "missing", "failed"].map((part) =>
    form.querySelector(`[data-passkey-${part}]`),
  );
  button.hidden = !can;
  if (missing) missing.hidden = can;
  button.addEventListener("click", async () => {
    failed.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = told(await ask(form));
      form.submit();
    } catch {
      // Cancelled, timed out, or a key that is here already: the sentence fits all of them.
      failed.hidden = false;
      button.disabled = false;
    }
  });
}
