// The page that an EHR opens first: which server launches it?

document.title = 'Launch';
