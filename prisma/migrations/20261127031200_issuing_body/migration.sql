-- Own papers are issued by the committee and not by the organisation that it leads: the stored name says so, and is found by both.
UPDATE public."PartyDocument" SET
  issuer = replace(issuer, U&'\0110\1EA3ng b\1ED9', U&'\0110\1EA3ng \1EE7y'),
  "issuerKey" = replace("issuerKey", 'dang bo', 'dang uy'),
  "searchText" = CASE WHEN "searchText" || ' ' LIKE '% uy %' THEN "searchText" ELSE "searchText" || ' uy' END
WHERE direction = 'OWN' AND issuer LIKE U&'\0110\1EA3ng b\1ED9%';
